import { Card } from '@/components/card'
import { ScopeField } from '@/pages/admin/scope-field'
import type { ScopeForm } from '@/pages/admin/scope-form'

type Props = {
  title: string
  form: { scope: ScopeForm }
  onChange(part: { scope: ScopeForm }): void
}

/** The goods that a promotion applies to. */
export const ScopeCard = ({ title, form, onChange }: Props) => (
  <Card title={title}>
    <ScopeField scope={form.scope} onChange={(scope) => onChange({ scope })} />
  </Card>
)
