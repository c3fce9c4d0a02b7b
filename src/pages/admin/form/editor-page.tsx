import type { ReactNode } from 'react'
import { Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { isForbidden, StaffOnly } from '../staff-only'
import type { Editor } from './use-editor'

type Props<Form> = {
  editor: Pick<Editor<Form, unknown>, 'form' | 'loaded'>
  title: string
  /** Above the form, while it loads too. */
  head?: ReactNode
  /** Below it, once it is loaded. */
  foot(form: Form): ReactNode
  skeletonRows: number
  children(form: Form): ReactNode
}

/** The page of an editor: its form, a placeholder, a failure, or that the caller has no role. */
export function EditorPage<Form>(props: Props<Form>) {
  const { form, loaded } = props.editor
  if (isForbidden(loaded.error)) return <StaffOnly />
  return (
    <PageShell title={props.title} foot={form ? props.foot(form) : undefined}>
      {props.head}
      {form && props.children(form)}
      {!form && loaded.error && (
        <Failure error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
      {!form && !loaded.error && <RowsSkeleton count={props.skeletonRows} />}
    </PageShell>
  )
}
