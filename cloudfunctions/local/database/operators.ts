import type { CloudError } from '@local/ports'

import { invalidOperator, requestFailed } from './errors'

/** Where an operator can stand. */
export type OperatorKind = 'query' | 'update' | 'expression' | 'accumulator' | 'stage'

const words = (text: string): string[] => text.split(/\s+/).map((name) => `$${name}`)

/**
 * Every operator of MongoDB, by what the local cloud does with it. Imitated are those that WeChat's
 * service documents and whose behaviour in MongoDB 4.x is known; each has its cases in
 * `tests/database/operators`. The others are refused by name, so that nothing is answered
 * differently without a word.
 */
export const OPERATORS: Record<OperatorKind, { imitated: string[]; refused: string[] }> = {
  query: {
    imitated: words(
      `eq ne gt gte lt lte in nin and or nor not exists mod regex options expr all elemMatch size`,
    ),
    refused: words(
      `near nearSphere geoWithin geoIntersects maxDistance minDistance text search jsonSchema where
       type bitsAllClear bitsAllSet bitsAnyClear bitsAnySet comment rand sampleRate`,
    ),
  },
  update: {
    imitated: words('set unset inc mul min max rename bit push pop pull pullAll addToSet'),
    refused: words('setOnInsert currentDate'),
  },
  expression: {
    imitated: words(
      `abs add ceil divide exp floor ln log log10 mod multiply pow sqrt subtract trunc
       arrayElemAt arrayToObject concatArrays filter in indexOfArray isArray map objectToArray range
       reduce reverseArray size slice zip
       and or not cmp eq ne gt gte lt lte cond ifNull switch let literal
       dateFromParts dateFromString dateToString dayOfMonth dayOfWeek dayOfYear hour isoDayOfWeek
       isoWeek isoWeekYear millisecond minute month second week year
       allElementsTrue anyElementTrue setDifference setEquals setIntersection setIsSubset setUnion
       concat indexOfBytes indexOfCP split strLenBytes strLenCP strcasecmp substr substrBytes
       substrCP toLower toUpper
       avg max mergeObjects min stdDevPop stdDevSamp sum`,
    ),
    refused: words(
      `meta function accumulator rand sampleRate first firstN last lastN maxN minN sortArray
       getField setField unsetField toHashedIndexKey median percentile round sigmoid
       acos acosh asin asinh atan atan2 atanh cos cosh sin sinh tan tanh degreesToRadians
       radiansToDegrees bitAnd bitNot bitOr bitXor binarySize bsonSize
       convert isNumber toBool toDate toDecimal toDouble toInt toLong toObjectId toString type
       dateAdd dateDiff dateSubtract dateToParts dateTrunc tsIncrement tsSecond
       ltrim rtrim trim regexFind regexFindAll regexMatch replaceAll replaceOne
       push addToSet count covariancePop covarianceSamp bottom bottomN top topN`,
    ),
  },
  accumulator: {
    imitated: words('addToSet avg first last max mergeObjects min push stdDevPop stdDevSamp sum'),
    refused: words(
      `accumulator bottom bottomN count covariancePop covarianceSamp firstN lastN maxN median minN
       percentile top topN`,
    ),
  },
  stage: {
    imitated: words(
      `addFields bucket bucketAuto count group limit lookup match project replaceRoot sample skip
       sort sortByCount unwind`,
    ),
    refused: words(
      `geoNear facet graphLookup out merge redact set unset replaceWith unionWith setWindowFields
       densify fill documents search searchMeta vectorSearch collStats indexStats planCacheStats
       changeStream currentOp listSessions listLocalSessions`,
    ),
  },
}

/** The refusal of an operator: by name when MongoDB has it, else as unknown. */
export function refuseOperator(kind: OperatorKind, name: string): CloudError {
  if (OPERATORS[kind].refused.includes(name)) {
    return invalidOperator(`${name} is not available in the local cloud`)
  }
  return requestFailed(`[FailedOperation] unknown ${kind} operator: ${name}`)
}
