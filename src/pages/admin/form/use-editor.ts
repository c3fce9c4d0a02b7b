import type { Result } from '@core/kernel/result'
import { isSameValue } from '@core/kernel/same-value'
import { useEffect, useState } from 'react'
import { useLeaveQuestion } from '@/hooks/use-leave-question'
import { type Loaded, useLoad } from '@/hooks/use-load'
import { go } from '@/services/route'
import { toast } from '@/services/toast'
import type { FieldError } from './form-reader'

/** Why an editor could not be opened. */
type LoadError = { code: string; requestId?: string }

/** How a form is sent: read as an input, then sent; both can find something wrong. */
type Submission<Form, Input, Issue> = {
  read(form: Form): Result<Input, FieldError>
  /** Shows the staff what could not be read. */
  describe(error: FieldError, form: Form): Issue
  /** `null` when the shop has saved it. */
  send(input: Input, form: Form): Promise<Issue | null>
  /** The toast when it is saved; the page is left then. */
  done: string
}

/** A form that is being edited, what is wrong with it, and how it is changed and sent. */
export type Editor<Form, Issue> = {
  /** `null` until it is loaded. */
  form: Form | null
  issue: Issue | null
  isBusy: boolean
  loaded: Loaded<Form, LoadError>
  /** Changes the form; what was wrong is forgotten. */
  update(change: (form: Form) => Form): void
  submit<Input>(submission: Submission<Form, Input, Issue>): Promise<void>
  /** Leaves the page without a question. */
  leave(): void
}

/**
 * Loads a form and keeps it while it is edited; nothing typed is lost until the shop has it, and a
 * changed form is not left without a question.
 */
export function useEditor<Form, Issue = string>(
  key: string,
  load: () => Promise<Result<Form, LoadError>>,
): Editor<Form, Issue> {
  const loaded = useLoad(load, key)
  const [form, setForm] = useState<Form | null>(null)
  const [issue, setIssue] = useState<Issue | null>(null)
  const [isBusy, setBusy] = useState(false)
  const first = loaded.value
  const question = useLeaveQuestion(form !== null && first !== null && !isSameValue(form, first))
  useEffect(() => {
    if (first) setForm(first)
  }, [first])

  const update = (change: (form: Form) => Form) => {
    setForm((before) => before && change(before))
    setIssue(null)
  }

  const submit = async <Input>({ read, describe, send, done }: Submission<Form, Input, Issue>) => {
    if (!form || isBusy) return
    const input = read(form)
    if (!input.ok) return setIssue(describe(input.error, form))
    setBusy(true)
    const refusal = await send(input.value, form)
    setBusy(false)
    if (refusal !== null) return setIssue(refusal)
    toast(done)
    leave()
  }

  const leave = () => {
    question.stop()
    go.back()
  }

  return { form, issue, isBusy, loaded, update, submit, leave }
}
