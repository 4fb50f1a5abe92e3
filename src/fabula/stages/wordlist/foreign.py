"""The little words of languages that romance, spies and fantasy borrow from; an unknown word beside one is no slip."""

LITTLE_WORDS = frozenset(
    """
    la le les lo los el las il gli un une uno una du des de del della delle dei di da dos das do della au aux et est es e y
    que qui quoi quel quelle je tu nous vous elle ils mon ma mes ton ta tes sa ses notre votre ce cette ces ne pas pis
    plus tres très bien bon bonne oui non si sì sí mais avec sans sur dans pour par merci cher chere chère mi mis tu su sus
    por para con sin muy mas más pero como cómo esta está este esto hola gracias bueno buena
    che chi mio mia tuo tua suo sua sono sei siamo per più piu molto bene ciao grazie
    der die das den dem ein eine einen mein meine dein deine sein ich du er sie es wir ihr ist sind nicht und oder mit ohne
    von zu zum zur auf aus bei nach für fur ja nein bitte danke gut guten gute kein keine mehr
    et ad ab ex cum sine pro per in sub est sunt sum esse non nec quod qui quae vir homo deus domine
    moy moya moye moi moja ty ya vy on ona ne nye net da eto eta kak chto tak dobry dobryy spasibo
    no wa ga wo desu da yo ne san sama kun chan sensei senpai
    o os as um uma meu minha não nao sim voce você com sem
    van het een ik jij niet
    rigor lingua bona vox terra magna modus habeas corpus persona alma mater pater ars ante post mea nihil tempus vino
    """.split()  # noqa: SIM905
) - frozenset(
    """
    a as at die do du e el er es ex for in is it me mi no non o on par per plus pro so son sub sum ton van we y
    """.split()  # noqa: SIM905
)
"""Without those that are English words too."""
