// Loaded before the program: writes the process's largest resident size, in KiB, when it ends.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const file = process.env.TRYKKLAR_MEMORY_FILE;
  if (file) writeFileSync(file, String(process.resourceUsage().maxRSS));
});
