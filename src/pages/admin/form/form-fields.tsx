import { Row } from '@/components/card'
import { Checkbox } from '@/components/checkbox'
import { Field } from '@/components/field'
import { MomentField } from '../moment-field'
import { type FieldSpec, type FieldSpecs, unitOf } from './field-spec'
import { discountNote } from './numbers'

type Props<F extends object> = {
  specs: FieldSpecs<F>
  /** Which of them, in this order. */
  keys: readonly (keyof F & string)[]
  form: F
  onChange(part: Partial<F>): void
}

/** Fields drawn by their description. */
export function FormFields<F extends object>({ specs, keys, form, onChange }: Props<F>) {
  return (
    <>
      {keys.map((key) => {
        const spec = specs[key]
        if (!spec) return null
        const change = (value: unknown) => onChange({ [key]: value } as Partial<F>)
        return <FormField key={key} spec={spec} value={form[key]} onChange={change} />
      })}
    </>
  )
}

type FieldProps = { spec: FieldSpec; value: unknown; onChange(value: unknown): void }

function FormField({ spec, value, onChange }: FieldProps) {
  const { label } = spec
  if (spec.input === 'checkbox') {
    const isChecked = value === true
    const box = <Checkbox isChecked={isChecked} label={label} onTap={() => onChange(!isChecked)} />
    return <Row label={label} value={box} />
  }
  if (spec.input === 'moment') {
    const { placeholder } = spec
    const moment = value as number | null
    return <MomentField name={label} value={moment} placeholder={placeholder} onChange={onChange} />
  }
  return (
    <Field
      name={label}
      value={value as string}
      max={spec.max}
      placeholder={spec.placeholder}
      isNumber={spec.input === 'whole'}
      unit={unitOf(spec) ?? undefined}
      note={spec.input === 'discount' ? discountNote(value as string) : undefined}
      onChange={onChange}
    />
  )
}
