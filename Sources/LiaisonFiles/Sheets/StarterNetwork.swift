/// The text with which a network of one's own begins.
public enum StarterNetwork {
  /// A commented `network.yaml`, small and in order.
  public static let text = """
    # A network of organizations that work together, and of the relations by which people reach help.
    # Say `liaison lint` after each change, `liaison gaps` to see who cannot reach what.
    # What is not written is not known: Liaison asks, it never guesses.
    liaison: 1
    title: Referral network of our district
    as_of: 2025-01-31              # the day this describes
    tlp: AMBER                     # who may see it: CLEAR, GREEN, AMBER, AMBER+STRICT, RED
    standard: four-pillars         # what `liaison gaps` compares with: `liaison list standards`

    # By which rule was an organization listed? With it, what is missing here counts as missing;
    # without it, it is a question.
    # boundary: {rule: members of the district committee and whom they named}

    # A scope that nobody states: taken for this. Leave it out, and it is unknown.
    assume: {cases: any}

    areas:
      - {id: our-district, name: Our District, level: district}

    # Sectors, service types and kinds of relations: `liaison list vocabulary`.
    # `areas` and `groups` say whom a thing is for: adult.female, adult.male, child.female, …, any.
    # Add `name_ur: …`, `name_ar: …` for names in other languages.
    organizations:
      - id: police
        name: District Police
        sector: gov.law_enforcement
        areas: [our-district]
        groups: [any]
        entry_point: true          # people arrive here first
      - id: shelter
        name: Women's Shelter
        sector: ngo.specialised
        areas: [our-district]
        services:
          - {id: shelter, type: shelter.emergency, groups: [adult.female]}

    # Who sends people to whom. `to` may name a service: organization/service.
    # feedback: does the sender hear what became of them? none, ad_hoc or systematic.
    relations:
      - from: police
        to: shelter/shelter
        kind: refers_to
        feedback: ad_hoc
        evidence:
          - {source: first workshop, kind: survey, reporter: from, answer: yes}

    """
}
