import type { FreightInput } from '@core/contract/freight'
import { ZONES_MAX } from '@core/kernel/limits'
import { ok } from '@core/kernel/result'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { failureLine } from '@/copy/failures'
import { EditorPage } from '@/pages/admin/form/editor-page'
import { removeRow, replaceRow } from '@/pages/admin/form/rows'
import { useEditor } from '@/pages/admin/form/use-editor'
import { callAdmin } from '@/services/call'
import { errorCopy } from './error-copy'
import { blankZone, formOf, tableOf, type ZoneForm } from './form'
import { ZoneCard } from './zone-card'
import '../coupons/detail/index.scss'
import '../promotions/detail/index.scss'

/** 运费: zones by province, each with its price by weight; the last is for all others. */
export default function FreightPage() {
  const editor = useEditor<ZoneForm[]>('', load)
  const { issue, isBusy } = editor
  const save = () => editor.submit({ read: tableOf, describe: errorCopy, send, done: '已保存' })
  const foot = () => (
    <View className="coupon-foot">
      {issue !== null && (
        <View className="coupon-foot__error" role="alert">
          {issue}
        </View>
      )}
      <Button wide busy={isBusy} onTap={() => void save()}>
        保存
      </Button>
    </View>
  )
  return (
    <EditorPage editor={editor} title="运费" skeletonRows={3} foot={foot}>
      {(zones) => <Zones zones={zones} onChange={(next) => editor.update(() => next)} />}
    </EditorPage>
  )
}

async function load() {
  const answer = await callAdmin('freight.show', {})
  return answer.ok ? ok(formOf(answer.value)) : answer
}

async function send(zones: FreightInput['zones']): Promise<string | null> {
  const answer = await callAdmin('freight.save', { zones })
  if (answer.ok) return null
  return 'field' in answer.error ? errorCopy(answer.error) : failureLine(answer.error)
}

type ZonesProps = { zones: ZoneForm[]; onChange(zones: ZoneForm[]): void }

function Zones({ zones, onChange }: ZonesProps) {
  const last = zones.length - 1
  return (
    <>
      <View className="promotion-note">
        商品金额按活动和优惠券之后、积分抵扣之前算。没有列出的省份按最后一个区算。
      </View>
      {zones.map((zone, index) => (
        <ZoneCard
          key={index}
          zone={zone}
          taken={removeRow(zones, index).flatMap(({ provinces }) => provinces)}
          isLast={index === last}
          onChange={(part) => onChange(replaceRow(zones, index, { ...zone, ...part }))}
          onRemove={() => onChange(removeRow(zones, index))}
        />
      ))}
      {zones.length < ZONES_MAX && (
        <Button
          kind="soft"
          onTap={() => onChange([...zones.slice(0, last), blankZone(), ...zones.slice(last)])}
        >
          加一个区
        </Button>
      )}
    </>
  )
}
