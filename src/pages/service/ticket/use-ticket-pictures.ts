import { TICKET_PICTURES_MAX } from '@core/kernel/limits'
import { useState } from 'react'
import { toast } from '@/services/toast'
import { choosePictures, uploadPicture } from '@/services/upload'

/** Pictures attached to a message, already uploaded. */
export function useTicketPictures() {
  const [pictures, setPictures] = useState<string[]>([])
  const [isPicking, setPicking] = useState(false)

  const pick = async () => {
    const chosen = await choosePictures(TICKET_PICTURES_MAX - pictures.length)
    setPicking(true)
    const results = await Promise.all(chosen.map((file) => uploadPicture(file, 'evidence')))
    setPicking(false)
    const uploaded = results.filter((file): file is string => file !== null)
    if (uploaded.length < chosen.length) toast('有图片没有传上去，再选一次')
    setPictures((before) => [...before, ...uploaded].slice(0, TICKET_PICTURES_MAX))
  }

  return {
    pictures,
    isPicking,
    pick,
    remove: (picture: string) => setPictures((before) => before.filter((one) => one !== picture)),
    clear: () => setPictures([]),
  }
}
