import { LINK_KINDS, type LinkKind } from '@core/domain/storefront/home'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Row } from '@/components/card'
import { Choice } from '@/components/choice'
import { GoodsSheet } from '@/pages/admin/goods-sheet'
import { LINK_COPY } from './copy'
import type { BannerForm } from './form'
import { LinkSheet } from './link-sheet'

type Linked = Pick<BannerForm, 'link' | 'linkName'>
type Props = Linked & { onChange(part: Linked): void }

/** What a tap on a banner opens: chosen by its kind, then by its name. */
export function LinkField({ link, linkName, onChange }: Props) {
  const [choosing, setChoosing] = useState<LinkKind | null>(null)
  const close = () => setChoosing(null)
  const choose = (kind: LinkKind) => (chosen: { id: string; title: string }) => {
    onChange({ link: { kind, id: chosen.id }, linkName: chosen.title })
    close()
  }
  return (
    <>
      <Row label="点了打开" value={linkCopy({ link, linkName })} />
      <View className="editor__choices">
        <Choice
          isOnCard
          isSelected={link === null}
          onTap={() => onChange({ link: null, linkName: '' })}
        >
          不跳转
        </Choice>
        {LINK_KINDS.map((kind) => (
          <Choice
            key={kind}
            isOnCard
            isSelected={link?.kind === kind}
            onTap={() => setChoosing(kind)}
          >
            {LINK_COPY[kind]}
          </Choice>
        ))}
      </View>
      <GoodsSheet
        isOpen={choosing === 'product'}
        title="打开哪件商品"
        pick="product"
        onPick={choose('product')}
        onClose={close}
      />
      {choosing !== null && choosing !== 'product' && (
        <LinkSheet kind={choosing} onChoose={choose(choosing)} onClose={close} />
      )}
    </>
  )
}

function linkCopy({ link, linkName }: Linked): string {
  if (link === null) return '不跳转'
  return linkName === '' ? `${LINK_COPY[link.kind]}已经看不到了，重新选` : linkName
}
