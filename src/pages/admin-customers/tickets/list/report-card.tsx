import type { ServiceReport } from '@core/contract/service'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { percentCopy, shortDuration } from '@/copy/service'

/** Response times of the last 30 days, with one suggestion. */
export function ReportCard({ report }: { report: ServiceReport }) {
  const { opened, late, meanResponseMs, questions, overdue, waiting } = report
  return (
    <Card title="近 30 天">
      <View className="service-report">
        <Figure
          name="首次回复"
          value={meanResponseMs === null ? '—' : shortDuration(meanResponseMs)}
        />
        <Figure name="超时率" value={percentCopy(late, opened)} />
        <Figure name="自动答上" value={percentCopy(questions.hit, questions.asked)} />
      </View>
      <Text className="service-report__advice">{adviceCopy({ overdue, waiting, opened })}</Text>
    </Card>
  )
}

const Figure = ({ name, value }: { name: string; value: string }) => (
  <View className="service-report__figure">
    <Text className="service-report__value">{value}</Text>
    <Text className="service-report__name">{name}</Text>
  </View>
)

type TicketCounts = Pick<ServiceReport, 'overdue' | 'waiting' | 'opened'>

function adviceCopy({ overdue, waiting, opened }: TicketCounts): string {
  if (overdue > 0) return `${overdue} 条已经超时，先回它们`
  if (waiting > 0) return `${waiting} 条在等回复，都还没超时`
  return opened > 0 ? `共 ${opened} 条留言，都回复过了` : '还没有留言'
}
