export { main } from '../messenger'
