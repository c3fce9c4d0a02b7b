import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { go } from '@/services/route'
import { conflictCopy } from './error-copy'
import type { CheckResult } from './use-promotion'

/** What a check found: nothing, an error, or conflicts with other promotions. */
export function CheckResultCard({ result: { error, conflicts } }: { result: CheckResult }) {
  if (error === null && conflicts.length === 0) {
    return <View className="verdict verdict--well">没有冲突，可以保存</View>
  }
  return (
    <View className="verdict" role="alert">
      {error !== null && <Text>{error}</Text>}
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
