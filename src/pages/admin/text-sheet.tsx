import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Sheet } from '@/components/sheet'
import { TextArea } from '@/components/text-area'
import './text-sheet.scss'

type Props = {
  title: string
  /** What it is about, in full. */
  lead?: string
  /** The words of the button that sends. */
  action: string
  placeholder: string
  max: number
  /** What is there already and may be put better. */
  before?: string
  /** Words that are often used, to be taken by a tap. */
  usual?: readonly string[]
  /** Sends the words; answers what was wrong with them, or nothing. */
  onSend(words: string): Promise<string | undefined>
  onClose(): void
  /** What else is to be decided. */
  children?: ReactNode
}

/**
 * A sheet to write something in, open while it is there; what was typed stays until it has arrived.
 */
export function WordsSheet(props: Props) {
  const { title, action, placeholder, max, before = '', usual = [], onClose } = props
  const [words, setWords] = useState(before)
  const [fault, setFault] = useState<string | undefined>()
  const [isBusy, setBusy] = useState(false)
  const send = async () => {
    if (words.trim() === '') return setFault('写一句再发')
    setBusy(true)
    setFault(await props.onSend(words.trim()))
    setBusy(false)
  }

  return (
    <Sheet
      isOpen
      title={title}
      onClose={onClose}
      foot={
        <Button wide busy={isBusy} onTap={() => void send()}>
          {action}
        </Button>
      }
    >
      {props.lead !== undefined && <View className="words-sheet__lead">{props.lead}</View>}
      {usual.length > 0 && (
        <View className="words-sheet__usual">
          {usual.map((one) => (
            <Choice key={one} isOnCard isSelected={words === one} onTap={() => setWords(one)}>
              {one}
            </Choice>
          ))}
        </View>
      )}
      <TextArea
        label={title}
        value={words}
        max={max}
        placeholder={placeholder}
        error={fault}
        onChange={setWords}
      />
      {props.children}
    </Sheet>
  )
}
