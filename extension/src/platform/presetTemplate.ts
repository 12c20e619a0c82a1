import { fileStem, withSuffix } from "./fileNames.ts";

/** First text of a new preset file: complete, valid, and short enough to be read. */
export const presetTemplate = (
  title: string,
): string => `# A reasoning protocol with your settings. Every field is completed and explained as you type.
protocol: thinker
title: ${JSON.stringify(title)}
description: Quick answer, check, careful second solution, write-up.
parameters:
  budget:
    fast: 1000
    verify: 6000
    slow: 6000
    summary: 1000
samples: 1
seed: 0
sampling:
  temperature: 0.6
  topP: 0.95
`;

/** `My preset` → `my-preset.deliberate.yaml`. Empty when nothing usable is left. */
export const presetFileName = (title: string): string => withSuffix(fileStem(title), ".deliberate.yaml");
