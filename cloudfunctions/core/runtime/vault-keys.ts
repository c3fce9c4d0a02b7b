import { Vault } from '../data/vault'

/** The keys of the environment: the present ones, and former ones that still open and find. */
export type VaultKeys = {
  dataKey: string
  dataHashKey: string
  formerDataKeys: readonly string[]
  formerHashKeys: readonly string[]
}

/** Opens the vault with keys in their shape. */
export const openVault = ({
  dataKey,
  dataHashKey,
  formerDataKeys,
  formerHashKeys,
}: VaultKeys): Vault =>
  new Vault(dataKey, dataHashKey, { data: formerDataKeys, hash: formerHashKeys })
