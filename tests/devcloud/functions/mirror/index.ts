/** Answers over HTTP access what it was asked, in base64, as a function that serves bytes does. */
export const main = (event: unknown) => ({
  statusCode: 201,
  headers: { 'content-type': 'application/json', 'x-mirror': 'yes' },
  body: Buffer.from(JSON.stringify(event)).toString('base64'),
  isBase64Encoded: true,
})
