import { Presets, SingleBar } from 'cli-progress'

/** Without a terminal, a step logs a line after each of this many equal parts. */
const LOG_PARTS = 4

/** Shows the progress of long steps. */
export interface Progress {
  /** Begins a step of `total` things (1 for a share). */
  begin(step: string, total: number): void
  /** Sets how many are done. */
  reach(done: number): void
  end(): void
}

/** A bar on a terminal, a few lines elsewhere; both on stderr, which is not the result. */
export const openProgress = (out: NodeJS.WriteStream): Progress =>
  out.isTTY ? bar(out) : lines(out)

function bar(out: NodeJS.WriteStream): Progress {
  const single = new SingleBar(
    {
      stream: out,
      format: '{step} {bar} {percentage}% · {duration_formatted}',
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  )
  let isOpen = false
  const end = () => {
    if (isOpen) single.stop()
    isOpen = false
  }
  return {
    begin: (step, total) => {
      end()
      single.start(total, 0, { step: step.padEnd(20) })
      isOpen = true
    },
    reach: (done) => single.update(done),
    end,
  }
}

function lines(out: NodeJS.WriteStream): Progress {
  let current = { step: '', total: 1, reported: 0 }
  return {
    begin: (step, total) => {
      current = { step, total, reported: 0 }
      out.write(`${step} …\n`)
    },
    reach: (done) => {
      const part = Math.floor((done / current.total) * LOG_PARTS)
      if (part <= current.reported) return
      current.reported = part
      out.write(`${current.step} ${Math.round((part / LOG_PARTS) * 100)}%\n`)
    },
    end: () => undefined,
  }
}
