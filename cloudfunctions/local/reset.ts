import { checkDataFolder, dataDirFrom, deleteShopData } from './data-folder'
import { DevcloudError } from './devcloud-error'

/** `npm run reset`: deletes the shop and WeChat's records; refused while a local cloud runs. */
const main = async () => {
  const dataDir = dataDirFrom(process.env)
  await checkDataFolder(dataDir)
  deleteShopData(dataDir)
  process.stdout.write(`The shop in ${dataDir} is gone; npm start opens a new one.\n`)
}

main().catch((error: unknown) => {
  if (!(error instanceof DevcloudError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
