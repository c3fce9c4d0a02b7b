export { Choice } from '@/components/choice'
