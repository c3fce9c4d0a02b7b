import { useState } from 'react'
import { toast } from '@/services/toast'
import { choosePictures, type UploadFolder, uploadPicture } from '@/services/upload'

/** Photos selected for a form, already uploaded. */
export type PhotoSelection = {
  names: string[]
  isBusy: boolean
  add(): void
  remove(name: string): void
  /** Takes all away, once they are sent. */
  clear(): void
}

/** Adds photos from the phone to those that are there, up to `max`, and removes them. */
export function usePhotos(
  max: number,
  folder: UploadFolder,
  before: readonly string[] = [],
): PhotoSelection {
  const [names, setNames] = useState<string[]>([...before])
  const [isBusy, setBusy] = useState(false)

  const add = async () => {
    const chosen = await choosePictures(max - names.length)
    if (chosen.length === 0) return
    setBusy(true)
    const results = await Promise.all(chosen.map((path) => uploadPicture(path, folder)))
    setBusy(false)
    const uploaded = results.filter((name): name is string => name !== null)
    if (uploaded.length < chosen.length) toast('有照片没有传上去，再试一次')
    setNames((before) => [...before, ...uploaded].slice(0, max))
  }

  return {
    names,
    isBusy,
    add: () => void add(),
    remove: (name) => setNames((before) => before.filter((one) => one !== name)),
    clear: () => setNames([]),
  }
}
