import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { useShop } from '@/stores/shop'

/** Index of the cart in the tab bar. */
const CART_TAB = 2

/**
 * Shows the number of cart lines in the tab bar. The loaded cart wins over `initialCount`, which
 * comes with home.
 */
export function useCartBadge(initialCount?: number): void {
  const lines = useShop((state) => state.cart.value?.lines.length)
  const count = lines ?? initialCount ?? 0
  const show = () => {
    const update =
      count > 0
        ? Taro.setTabBarBadge({ index: CART_TAB, text: String(count) })
        : Taro.removeTabBarBadge({ index: CART_TAB })
    // Fails on pages without a tab bar; the next tab page sets the badge.
    update.catch(() => undefined)
  }
  useEffect(show, [count])
  useDidShow(show)
}
