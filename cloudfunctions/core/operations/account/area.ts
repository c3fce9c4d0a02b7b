import { type AccountContract, consent, joinInput, updateInput } from '@core/contract/account'
import { noInput } from '@core/contract/primitives'
import { type Area, shopOperations } from '@core/operations/area'
import { joinMembers, recordConsent, updateMember } from './join'
import { showMe } from './show-me'

export const accountArea: Area = {
  name: 'account',
  shop: shopOperations<AccountContract>({
    'members.join': { input: joinInput, run: joinMembers },
    'members.me': { input: noInput, run: showMe },
    'members.update': { input: updateInput, run: updateMember },
    'privacy.consent': { input: consent, run: recordConsent },
  }),
}
