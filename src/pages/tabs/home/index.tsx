import { useState } from 'react'
import { View } from '@tarojs/components'
import { Popup } from '@nutui/nutui-react-taro'
export default function Home() {
  const [open, setOpen] = useState(false)
  return <View onClick={() => setOpen(true)}>hi<Popup visible={open} position="bottom" onClose={() => setOpen(false)}>x</Popup></View>
}
