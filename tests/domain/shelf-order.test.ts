import { type Placed, shelfMoves } from '@core/domain/catalog/shelf-order'
import { draws } from '../builders/property-runs'
