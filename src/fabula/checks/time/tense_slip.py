"""A verb out of the tense its scene is told in

## What it notices
A verb in the present tense ("looks") that carries the story on in a scene told in the past.

## Why a reader minds
For a moment the story is told by somebody standing in it. Most readers go back to see whether a memory, or the
memory's end,
has passed them by.

## When it is fine
Speech, letters and thoughts; what is always so ("the river runs north"); a narrator who speaks of his own today; scenes
whose tense is mixed anyway; authors who say that the tense changes on purpose.

## Examples
```story
The boy took the cups away. He counted them and set them down. When the boy had gone she {==looks==} at the clock over
the door. She did not move. She put her hand on the bag and waited. The train came in, and nobody got out of it. She
stood up and walked to the window. She saw the lamps go out, one by one.
```
```story
Marit crossed the yard and shut the gate. The dog barked twice and lay down. She climbed the stair and knocked. As she
waited, the lamp {==goes==} out. She pulled her coat round her and listened. Somebody coughed behind the door. She
knocked again, and nobody came. She sat down on the step and counted to a hundred.
```
```story
Dez put the pan down and wiped his hands. He looked at the goose. The goose {==looks==} at Dez. He opened the gate and
stepped back. It walked past him without a sound. He shut the gate and leant on it. The rain began again, and he
pulled up his collar. Nobody came to the window. He whistled and went in.
```
```story
The boy took the cups away. He counted them and set them down. "He looks at the clock," she said. She did not move.
She put her hand on the bag and waited. The train came in, and nobody got out of it. She stood up and walked to the
window. She saw the lamps go out, one by one.
```
```story
Marit crossed the bridge and stopped. The river runs north there, and the ice goes out in March. She leant on the rail
and looked down. She climbed the bank and knocked at the mill. Nobody came. She pulled her coat round her and
listened. She knocked again and sat down on the step and counted to a hundred.
```
```story
She looks at the clock. The boy takes the cups away and counts them. She puts her hand on the bag and waits. The train
comes in, and nobody gets out of it. She stands up and walks to the window. She sees the lamps go out, one by one, and
she counts them. Nobody speaks to her. She goes home.
```

## Source
The Chicago Manual of Style, 16th edition, 5.127; what editors call a tense slip.
"""

from collections.abc import Iterator

from fabula.reading import Scenes, StrayKind
from fabula.review import Kind, Remark, Severity
from fabula.story import Story

SEVERITY = Severity.QUESTION
KIND = Kind.SLIP


def check(story: Story, scenes: Scenes) -> Iterator[Remark]:
    """A remark on each verb that leaves the tense of its scene."""
    for stray in scenes.strays:
        if stray.kind is StrayKind.TENSE:
            verb = story.text[stray.span.start : stray.span.end]
            yield Remark(
                stray.span,
                f"The scene is told in the {stray.usual} tense; at ‘{verb}’ I am suddenly in the {stray.found}. Is that meant?",
                confidence=0.8,
            )
