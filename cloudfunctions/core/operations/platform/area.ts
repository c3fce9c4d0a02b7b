import { type PlatformAdminContract, savePlatformInput } from '@core/contract/platform'
import { noInput } from '@core/contract/primitives'
import { type Area, staffOperations } from '@core/operations/area'
import { savePlatform } from './save-platform'
import { showPlatform } from './show-platform'

/** What only an owner may do: the shop's message templates and WeChat Pay's public keys. */
export const platformArea: Area = {
  name: 'platform',
  admin: staffOperations<PlatformAdminContract>({
    'platform.show': { input: noInput, run: showPlatform, roles: [] },
    'platform.save': { input: savePlatformInput, run: savePlatform, roles: [] },
  }),
}
