/** Words that WeChat's check does not let through; nothing has changed. */
export type TextRefused<Field extends string = 'text'> = { code: 'TEXT_REFUSED'; field: Field }
