import {
  type SetAsideAdminContract,
  setAsideInput,
  setAsideListInput,
} from '@core/contract/set-aside'
import { command } from '@core/data/database'
import { SET_ASIDE_COLLECTIONS } from '@core/data/set-aside/collections'
import { type Area, staffOperations } from '@core/operations/area'
import { forgetSolved, NIGHTLY } from './forget-solved'
import { listSetAside, retrySetAside } from './show-set-aside'

export const setAsideArea: Area = {
  name: 'set-aside',
  admin: staffOperations<SetAsideAdminContract>({
    'setAside.list': { input: setAsideListInput, run: listSetAside, roles: ['service'] },
    'setAside.retry': { input: setAsideInput, run: retrySetAside, roles: ['service'] },
  }),
  collections: SET_ASIDE_COLLECTIONS,
  sweep: { forgetSolved },
  due: [{ collection: 'setAside', path: 'nextAt', where: { duty: command.nin([...NIGHTLY]) } }],
  waiting: {
    setAside: {
      operation: 'setAside.list',
      collection: 'setAside',
      where: () => ({ since: command.gte(0) }),
    },
  },
}
