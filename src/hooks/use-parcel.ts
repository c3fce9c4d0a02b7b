import { proposeCarrier } from '@core/domain/orders/tracking-number'
import { useState } from 'react'
import { normalizeParcel, type ParcelDraft, type ParcelErrors, parcelErrors } from '@/copy/parcels'
import { rememberCarrier, usedCarriers } from '@/services/last-shipping'
import { CAN_SCAN, scanLabel } from '@/services/scan'

/** Carrier and number of a parcel while they are typed. */
export type ParcelState = {
  draft: ParcelDraft
  errors: ParcelErrors
  /** The carriers whose number it may be, when the number leaves a choice. */
  candidates: readonly string[]
  /** The carrier that the number tells; empty when it tells none. */
  recognized: string
  /** The carriers used on this phone, the last one first. */
  used: readonly string[]
  setNumber(trackingNumber: string): void
  setCarrier(carrier: string): void
  /** Absent where nothing can be scanned. */
  scan: (() => void) | undefined
}

/** The state, and what the page does with it when it is sent. */
type Parcel = ParcelState & {
  setErrors(errors: ParcelErrors): void
  /** The parcel when it can be sent; `null` after the errors are shown. */
  checked(): ParcelDraft | null
  /** After it was sent: an empty form, and the carrier remembered. */
  sent(carrier: string): void
}

/** The form of a parcel. A carrier that a person has chosen is never replaced by a guess. */
export function useParcel(initial?: ParcelDraft): Parcel {
  const [used, setUsed] = useState(usedCarriers)
  const [trackingNumber, setTyped] = useState(initial?.trackingNumber ?? '')
  const [chosen, setChosen] = useState(initial?.carrier ?? '')
  const [errors, setErrors] = useState<ParcelErrors>({})
  const proposed = proposeCarrier(trackingNumber, used[0] ?? '')
  const carrier = chosen === '' ? proposed.name : chosen
  const draft = { carrier, trackingNumber }

  const setNumber = (typed: string) => {
    setTyped(typed)
    setErrors({})
  }

  const scan = async () => {
    const scanned = await scanLabel()
    if (scanned !== null) setNumber(scanned.trim())
  }

  return {
    draft,
    errors,
    candidates: proposed.candidates.map(({ name }) => name),
    recognized: proposed.isRecognized ? proposed.name : '',
    used,
    setNumber,
    setCarrier: (name) => {
      setChosen(name)
      setErrors({})
    },
    scan: CAN_SCAN ? () => void scan() : undefined,
    setErrors,
    checked: () => {
      const ready = normalizeParcel(draft)
      const wrong = parcelErrors(ready)
      setErrors(wrong)
      return Object.keys(wrong).length === 0 ? ready : null
    },
    sent: (name) => {
      rememberCarrier(name)
      setUsed(usedCarriers())
      setTyped('')
      setChosen('')
      setErrors({})
    },
  }
}
