export const FREIGHT_ID = 'freight'
