import { Button as ShareButton, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Failure } from '@/components/empty'
import { Sheet } from '@/components/sheet'
import { RowsSkeleton } from '@/components/skeleton'
import { useLoad } from '@/hooks/use-load'
import { IN_WECHAT } from '@/services/build'
import { callShop } from '@/services/call'
import { copyToClipboard } from '@/services/clipboard'
import { productCard, productLink } from '@/services/share'
import './share-sheet.scss'

type Props = { productId: string; onClose(): void }

/**
 * Shares a product from the staff's list: the same card that its page shares, with the code of who
 * shares it, so that what comes of it counts like any customer's.
 */
export function ShareSheet({ productId, onClose }: Props) {
  const loaded = useLoad(() => callShop('catalog.product', { productId }), productId)
  const view = loaded.value
  const card = view && productCard(productId, view)
  return (
    <Sheet isOpen title="分享" onClose={onClose}>
      {card && (
        <View className="share-sheet">
          <View className="share-sheet__title">{card.title}</View>
          {IN_WECHAT && (
            <ShareButton
              id={`share-${productId}`}
              className="share-sheet__friend"
              openType="share"
              data-title={card.title}
              data-path={card.path}
              aria-label={`把 ${card.title} 发给朋友或群`}
            >
              发给朋友或群
            </ShareButton>
          )}
          <Button kind="soft" wide onTap={() => void copyToClipboard(productLink(card))}>
            {IN_WECHAT ? '复制小程序路径' : '复制链接'}
          </Button>
          {IN_WECHAT && (
            <View className="share-sheet__note">路径可以贴进公众号的菜单和自动回复</View>
          )}
        </View>
      )}
      {!card && loaded.error && (
        <Failure error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
      {!card && !loaded.error && <RowsSkeleton count={2} />}
    </Sheet>
  )
}
