import { Text, View } from '@tarojs/components'
import { Failure } from '@/components/empty'
import { Sheet } from '@/components/sheet'
import { RowsSkeleton } from '@/components/skeleton'
import { tappable } from '@/components/tappable'
import { useLoad } from '@/hooks/use-load'
import { callAdmin } from '@/services/call'
import './quick-replies.scss'

type Props = { onPick(text: string): void; onClose(): void }

/** The answers of the FAQ, to put into a reply with one tap. */
export function QuickReplies({ onPick, onClose }: Props) {
  const loaded = useLoad(() => callAdmin('faq.list', {}), '')
  const pick = (answer: string) => {
    onPick(answer)
    onClose()
  }
  return (
    <Sheet isOpen title="用常见问题的回答" onClose={onClose}>
      {loaded.value?.map(({ id, question, answer }) => (
        <View key={id} className="quick" {...tappable(question)} onClick={() => pick(answer)}>
          <Text className="quick__question">{question}</Text>
          <Text className="quick__answer">{answer}</Text>
        </View>
      ))}
      {loaded.value?.length === 0 && (
        <Text className="quick__answer">还没有常见问题，先到“常见问题”里写几条</Text>
      )}
      {!loaded.value && loaded.error && (
        <Failure error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
      {!loaded.value && !loaded.error && <RowsSkeleton count={3} />}
    </Sheet>
  )
}
