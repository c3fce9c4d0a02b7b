import { ZONES_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { failureLine } from '@/copy/failures'
import { useLoad } from '@/hooks/use-load'
import { isBarred, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { go } from '@/services/route'
import { toast } from '@/services/toast'
import { errorCopy } from './error-copy'
import { blankZone, formOf, tableOf, type ZoneForm } from './form'
import { ZoneCard } from './zone-card'
import '../coupons/detail/index.scss'
import '../promotions/detail/index.scss'

/** 运费: zones by province, each with its price by weight; one of them is everywhere else. */
export default function FreightPage() {
  const loaded = useLoad(() => callAdmin('freight.show', {}), '')
  const [zones, setZones] = useState<ZoneForm[] | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const first = loaded.value
  useEffect(() => {
    if (first) setZones(formOf(first))
  }, [first])

  const change = (next: ZoneForm[]) => {
    setZones(next)
    setFault(null)
  }
  const save = async () => {
    if (!zones) return
    const table = tableOf(zones)
    if (!table.ok) return setFault(errorCopy(table.error))
    setBusy(true)
    const answer = await callAdmin('freight.save', { zones: table.value })
    setBusy(false)
    if (answer.ok) {
      toast('已保存')
      return go.back()
    }
    setFault('field' in answer.error ? errorCopy(answer.error) : failureLine(answer.error))
  }

  if (isBarred(loaded.error)) return <StaffOnly />
  const foot = zones && (
    <View className="coupon-foot">
      {fault !== null && (
        <View className="coupon-foot__fault" role="alert">
          {fault}
        </View>
      )}
      <Button wide busy={isBusy} onTap={() => void save()}>
        保存
      </Button>
    </View>
  )
  return (
    <PageShell title="运费" foot={foot}>
      {zones && <Zones zones={zones} onChange={change} />}
      {!zones && loaded.error && (
        <Failure error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
      {!zones && !loaded.error && <RowsSkeleton count={3} />}
    </PageShell>
  )
}

type ZonesProps = { zones: ZoneForm[]; onChange(zones: ZoneForm[]): void }

function Zones({ zones, onChange }: ZonesProps) {
  const last = zones.length - 1
  return (
    <>
      <View className="promotion-note">
        商品金额按活动和优惠券之后、积分抵扣之前算。没有列出的省份按最后一个区算。
      </View>
      {zones.map((zone, at) => (
        <ZoneCard
          key={at}
          zone={zone}
          taken={zones.flatMap((one, place) => (place === at ? [] : one.provinces))}
          isElsewhere={at === last}
          onChange={(part) =>
            onChange(zones.map((one, place) => (place === at ? { ...one, ...part } : one)))
          }
          onDrop={() => onChange(zones.filter((_, place) => place !== at))}
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
