/**
 * Child process that turns one template and its data into a PDF. It has no secrets in its environment and holds
 * nothing between documents. It is a process and no thread because `Worker.terminate()` waits for native code to
 * return: a runaway layout could not be stopped (tried).
 */
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfAnswer, PdfJob } from './pdf-job.ts'
import { fontCoverage, printable, printableText } from './printable-text.ts'

const FONTS = new URL('./fonts/', import.meta.url)
/** Templates import each other by paths below `src`. */
const WORKSPACE = fileURLToPath(new URL('../../../', import.meta.url))

const compiler = NodeCompiler.create({
  workspace: WORKSPACE,
  fontArgs: [{ fontPaths: [fileURLToPath(FONTS)] }],
})
const covered = fontCoverage(FONTS)

function compile(job: PdfJob): Buffer {
  const document = {
    title: printableText(job.title, covered),
    lang: job.lang,
    data: printable(JSON.parse(job.json), covered),
  }
  const compiled = compiler.compile({
    mainFilePath: job.template,
    inputs: { document: JSON.stringify(document) },
    resetRead: true,
  })
  const failure = compiled.takeError()
  if (failure) throw new Error(JSON.stringify(compiler.fetchDiagnostics(failure)))
  return compiler.pdf(compiled.result!, { pdfStandard: 'ua-1', creationTimestamp: job.createdAt })
}

/** Diagnostics quote the text they stumble over, which may be someone's name: keep the words of the compiler only. */
const withoutContent = (message: string) => message.replace(/`[^`]*`|\\"[^"]*\\"/g, '…').slice(0, 2_000)

process.on('message', (job: PdfJob) => {
  let answer: PdfAnswer
  try {
    answer = { pdf: compile(job) }
  } catch (error) {
    answer = { failed: withoutContent(error instanceof Error ? error.message : String(error)) }
  }
  process.send!(answer)
  compiler.evictCache(0)
})
process.on('disconnect', () => process.exit())
