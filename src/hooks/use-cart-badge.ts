import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { useShop } from '@/stores/shop'

/** The cart's place in the tab bar. */
const CART_TAB = 2

/**
 * Shows on a tab page how many lines the cart has. What the cart itself says wins over what home
 * was told when it opened.
 */
export function useCartBadge(initialCount?: number): void {
  const lines = useShop((state) => state.cart.value?.lines.length)
  const count = lines ?? initialCount ?? 0
  const show = () => {
    const done =
      count > 0
        ? Taro.setTabBarBadge({ index: CART_TAB, text: String(count) })
        : Taro.removeTabBarBadge({ index: CART_TAB })
    // Away from the tab pages there is no bar to mark; the next tab page marks it.
    done.catch(() => undefined)
  }
  useEffect(show, [count])
  useDidShow(show)
}
