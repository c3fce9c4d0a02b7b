import { BANNERS_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { moveRowUp, removeRow, replaceRow } from '@/pages/admin/form/rows'
import { BannerCard } from './banner-card'
import { type BannerForm, blankBanner } from './form'

type Props = { banners: BannerForm[]; onChange(banners: BannerForm[]): void }

/** The banners as customers see them; one at a time is open to be edited. */
export function BannersSection({ banners, onChange }: Props) {
  const [openId, setOpenId] = useState<string | null>(null)
  const add = () => {
    const banner = blankBanner()
    onChange([...banners, banner])
    setOpenId(banner.id)
  }
  return (
    <>
      {banners.map((banner, at) => (
        <BannerCard
          key={banner.id}
          banner={banner}
          name={`横幅 ${at + 1}`}
          isOpen={openId === banner.id}
          onToggle={() => setOpenId(openId === banner.id ? null : banner.id)}
          onChange={(part) => onChange(replaceRow(banners, at, { ...banner, ...part }))}
          onMoveUp={at > 0 ? () => onChange(moveRowUp(banners, at)) : undefined}
          onRemove={() => onChange(removeRow(banners, at))}
        />
      ))}
      {banners.length < BANNERS_MAX && (
        <View className="home-editor__add">
          <Button kind="soft" wide onTap={add}>
            加一张横幅
          </Button>
        </View>
      )}
    </>
  )
}
