import { recogniseAddress } from '@core/domain/addresses/recognise-address'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { TextArea } from '@/components/text-area'
import type { AddressForm } from './address-errors'
import { allRegions } from './regions'

/** Characters of a pasted text: an address with its labels. */
const PASTED_MAX = 300

type Props = { onFound(fields: AddressForm): void }

/** Recognises name, phone and address in one pasted text; fills the form, saves nothing. */
export function PasteCard({ onFound }: Props) {
  const [text, setText] = useState('')
  const [note, setNote] = useState<string | undefined>()
  const recognise = () => {
    const found = recogniseAddress(text, allRegions())
    if (Object.keys(found).length === 0) return setNote('没有认出来，请直接填下面')
    onFound(found)
    setText('')
    setNote('已填到下面，请核对一下')
  }
  return (
    <View className="card">
      <TextArea
        label="粘贴整段地址"
        value={text}
        max={PASTED_MAX}
        placeholder="粘贴姓名、电话、地址，自动填到下面"
        error={note}
        onChange={(value) => {
          setText(value)
          setNote(undefined)
        }}
      />
      <Button kind="soft" size="small" disabled={text.trim() === ''} onTap={recognise}>
        识别并填写
      </Button>
    </View>
  )
}
