import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { go } from '@/services/route'
import { conflictCopy } from './error-copy'
import type { Verdict } from './use-promotion'

/** What the check came to: nothing in the way, what is wrong, or what it collides with. */
export function VerdictCard({ verdict: { fault, conflicts } }: { verdict: Verdict }) {
  if (fault === null && conflicts.length === 0) {
    return <View className="verdict verdict--well">没有冲突，可以保存</View>
  }
  return (
    <View className="verdict" role="alert">
      {fault !== null && <Text>{fault}</Text>}
      {conflicts.map((conflict) => (
        <View key={conflict.withId} className="verdict__line">
          <Text className="verdict__words">{conflictCopy(conflict)}</Text>
          <Button
            kind="quiet"
            size="small"
            label={`看 ${conflict.withTitle}`}
            onTap={() => go.staffPromotion({ id: conflict.withId })}
          >
            去看
          </Button>
        </View>
      ))}
    </View>
  )
}
