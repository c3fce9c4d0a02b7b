import { contactHoursCopy } from '@/copy/service'
import { useProgram } from './use-program'

/** When customers are answered, in one line, as the shop has set it. */
export function useContactHours(): string {
  const program = useProgram()
  return contactHoursCopy(program)
}
