import { useState } from 'react'
import { Button } from '@/components/button'
import { Row } from '@/components/card'
import { Sheet } from '@/components/sheet'
import { LIFECYCLE_WORDS } from '@/copy/lifecycle'

/** What the words of the board mean, behind a tap. */
export function LifecycleWords() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="quiet" size="small" onTap={() => setOpen(true)}>
        这些词什么意思
      </Button>
      <Sheet isOpen={isOpen} title="顾客走到哪一步" onClose={() => setOpen(false)}>
        {isOpen &&
          LIFECYCLE_WORDS.map(([word, meaning]) => <Row key={word} label={word} value={meaning} />)}
      </Sheet>
    </>
  )
}
