import { type FreightAdminContract, freightInput } from '@core/contract/freight'
import { noInput } from '@core/contract/primitives'
import { FREIGHT_SETTINGS } from '@core/domain/freight/settings'
import { type Area, staffOperations } from '@core/operations/area'
import { saveFreight, showFreight } from './freight'

export const freightArea: Area = {
  name: 'freight',
  settings: FREIGHT_SETTINGS,
  admin: staffOperations<FreightAdminContract>({
    'freight.show': { input: noInput, run: showFreight, roles: ['service'] },
    'freight.save': { input: freightInput, run: saveFreight, roles: [] },
  }),
}
