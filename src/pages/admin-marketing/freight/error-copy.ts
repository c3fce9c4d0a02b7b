import { fieldErrorCopy } from '@/pages/admin/form/error-copy'
import { namesOf } from '@/pages/admin/form/field-spec'
import type { FieldError } from '@/pages/admin/form/form-reader'
import { ZONE_FIELDS } from './form'

const NAMES = { ...namesOf(ZONE_FIELDS), provinces: '省份' }

const REASONS = {
  FREIGHT_WRONG: '和别的区重了，或写得不对',
  INVALID_INPUT: '不合适，看看大小',
}

/** What is wrong with a table, and where: 第 2 个区的首重运费还没填. */
export const errorCopy = (error: FieldError): string =>
  fieldErrorCopy(error, { names: NAMES, reasons: REASONS, whole: '运费表', row: '个区' })
