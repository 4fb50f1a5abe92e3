"""A thought in another head

## What it notices
A scene told from one mind, and in it a single plain thought of somebody else ("Tomek wondered").

## Why a reader minds
A reader sits in one head and trusts it. One look into another, and the question is whose story this is.

## When it is fine
Tellers who know every mind; scenes that change minds more than once; thoughts that show in a face ("Tomek seemed to
wonder");
authors who say that the point of view moves on purpose.

## Examples
```story
Alice wondered if the stove was out. She thought of the boat, and she hoped that it would hold. She remembered the oars.
Alice knew that the rope was old. Alice felt cold. {==Henry wondered==} where the bread was. Alice put her coat on.
```
```story
Anna thought of the letter. She hoped it was lost. She wondered who had carried it, and she remembered the boy with
the cap. She
wished that she had never written it. Anna knew her own hand. Anna felt ill. {==Peter hoped==} that she would stay.
She shut the door.
```
```story
Dez thought of the goose. He felt sorry for it. He knew what the Chef would say, and he wondered whether to run. He
hoped for a
fire. He wished himself in Leeds. He remembered his mother. {==Priya thought==} of the bill. Dez put down the ladle.
```
```story
Marit wondered if the stove was out. She thought of the boat, and she hoped that it would hold. She remembered the
oars and wished
that she had counted them. She knew that the rope was old. Tomek asked where the bread was. Marit thought of the wind
again.
```
```story
Marit wondered if the stove was out. Tomek thought of the boat. Marit hoped for rain, and Tomek wished for bread.
Tomek knew that
the rope was old. Marit remembered the oars. Tomek felt cold, and Marit thought of the wind.
```
```story
Marit wondered if the stove was out. She thought of the boat, and she hoped that it would hold. She remembered the
oars and wished
that she had counted them. "Tomek thought of bread," she said. She knew that the rope was old. Marit thought of the
wind again.
```

## Source
What editors call head-hopping; Browne and King, Self-Editing for Fiction Writers, chapter 3.
"""

from collections.abc import Iterator

from fabula.reading import Scenes, StrayKind
from fabula.review import Remark, Severity

SEVERITY = Severity.NOTE


def check(scenes: Scenes) -> Iterator[Remark]:
    """A remark on the one thought of somebody else in a scene of one mind."""
    for stray in scenes.strays:
        if stray.kind is StrayKind.MIND:
            yield Remark(
                stray.span,
                f"I was in {stray.usual}’s head all through this scene; here I look into {stray.found}’s. Is that meant?",
                confidence=0.6,
            )
