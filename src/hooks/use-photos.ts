import { useState } from 'react'
import { toast } from '@/services/toast'
import { choosePictures, type UploadFolder, uploadPicture } from '@/services/upload'

/** Photographs on their way into something that is being written. */
export type PhotoSelection = {
  names: string[]
  isBusy: boolean
  add(): void
  remove(name: string): void
}

/** Lets somebody add photographs from their phone, `most` at most, and take them out again. */
export function usePhotos(most: number, folder: UploadFolder): PhotoSelection {
  const [names, setNames] = useState<string[]>([])
  const [isBusy, setBusy] = useState(false)

  const add = async () => {
    const chosen = await choosePictures(most - names.length)
    if (chosen.length === 0) return
    setBusy(true)
    const kept = await Promise.all(chosen.map((path) => uploadPicture(path, folder)))
    setBusy(false)
    const uploaded = kept.filter((name): name is string => name !== null)
    if (uploaded.length < chosen.length) toast('有照片没有传上去，再试一次')
    setNames((before) => [...before, ...uploaded].slice(0, most))
  }

  return {
    names,
    isBusy,
    add: () => void add(),
    remove: (name) => setNames((before) => before.filter((one) => one !== name)),
  }
}
