import {
  blockInput,
  type CustomersAdminContract,
  memberInput,
  memberListInput,
  memberPageInput,
} from '@core/contract/customers'
import { noInput } from '@core/contract/primitives'
import { type Area, staffOperations } from '@core/operations/area'
import { blockCustomer, unblockCustomer } from './block-customer'
import { lifecycleBoard, listMembers } from './list-customers'
import {
  memberHistory,
  memberOrders,
  memberPoints,
  memberTimeline,
  showMember,
} from './show-customer'

export const customersArea: Area = {
  name: 'customers',
  admin: staffOperations<CustomersAdminContract>({
    'members.list': { input: memberListInput, run: listMembers, roles: ['service'] },
    'members.show': { input: memberInput, run: showMember, roles: ['service'] },
    'members.orders': { input: memberPageInput, run: memberOrders, roles: ['service'] },
    'members.points': { input: memberPageInput, run: memberPoints, roles: ['service'] },
    'members.history': { input: memberPageInput, run: memberHistory, roles: ['service'] },
    'members.timeline': { input: memberPageInput, run: memberTimeline, roles: ['service'] },
    'members.block': { input: blockInput, run: blockCustomer, roles: ['service'] },
    'members.unblock': { input: memberInput, run: unblockCustomer, roles: ['service'] },
    'lifecycle.board': { input: noInput, run: lifecycleBoard, roles: ['service'] },
  }),
}
