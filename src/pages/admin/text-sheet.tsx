import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Sheet } from '@/components/sheet'
import { TextArea } from '@/components/text-area'
import { useLeaveQuestion } from '@/hooks/use-leave-question'
import './text-sheet.scss'

type Props = {
  title: string
  /** Above the field. */
  lead?: string
  /** Label of the button that sends. */
  action: string
  placeholder: string
  max: number
  /** The text to be edited. */
  initial?: string
  /** Whether nothing may be sent as well: it removes the text. */
  canBeEmpty?: boolean
  /** Common texts, chosen by a tap. */
  suggestions?: readonly string[]
  /** Sends the text; returns what went wrong. */
  onSend(text: string): Promise<string | undefined>
  onClose(): void
  /** Further fields. */
  children?: ReactNode
}

/** A sheet to write and send a text; the text is kept until it is sent. */
export function TextSheet(props: Props) {
  const { title, action, placeholder, max, initial = '', suggestions = [], onClose } = props
  const [text, setText] = useState(initial)
  const [error, setError] = useState<string | undefined>()
  const [isBusy, setBusy] = useState(false)
  const question = useLeaveQuestion(text.trim() !== initial.trim())
  const send = async () => {
    if (text.trim() === '' && !props.canBeEmpty) return setError('写一句再发')
    setBusy(true)
    setError(await props.onSend(text.trim()))
    setBusy(false)
  }

  return (
    <Sheet
      isOpen
      title={title}
      onClose={() => question.close(onClose)}
      foot={
        <Button wide busy={isBusy} onTap={() => void send()}>
          {action}
        </Button>
      }
    >
      {props.lead !== undefined && <View className="words-sheet__lead">{props.lead}</View>}
      {suggestions.length > 0 && (
        <View className="words-sheet__usual">
          {suggestions.map((one) => (
            <Choice key={one} isOnCard isSelected={text === one} onTap={() => setText(one)}>
              {one}
            </Choice>
          ))}
        </View>
      )}
      <TextArea
        label={title}
        value={text}
        max={max}
        placeholder={placeholder}
        error={error}
        onChange={setText}
      />
      {props.children}
    </Sheet>
  )
}
