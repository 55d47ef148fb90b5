/// The stretches of a page that play a part of their own, as its markup claims, nested like the elements that made
/// them; and which of the claims to believe.
///
/// Sites wrap a whole page in a form, or name the wrapper of everything after its sidebar. A claim made by a landmark
/// of little weight (`form`, `header`, a class) is dropped where it covers what only content can be.
struct Regions {
    struct Region {
        let parent: Int
        let role: Role
        /// Landmarks that leave no doubt, and what the page hides.
        let isFirm: Bool
        fileprivate var holdsTopHeading = false
        fileprivate var holdsIntroduction = false
        fileprivate var length = 0
    }

    private(set) var regions = [Region(parent: 0, role: .content, isFirm: true)]

    /// The region of a page's whole, whose role is content.
    static let page = 0

    func role(of region: Int) -> Role { regions[region].role }

    mutating func open(_ role: Role, in parent: Int, isFirm: Bool) -> Int {
        regions.append(Region(parent: parent, role: role, isFirm: isFirm))
        return regions.count - 1
    }

    // MARK: Judging the claims

    /// The role of each region after doubtful claims were dropped.
    mutating func settledRoles(over blocks: [FlowBlock]) -> [Role] {
        weigh(blocks)
        let total = regions[Self.page].length
        var roles: [Role] = []
        roles.reserveCapacity(regions.count)
        for (index, region) in regions.enumerated() {
            // Readers may well write more than the author: comments are believed whatever their share.
            let isMost = region.role != .comments && 2 * region.length > max(total, 200)
            let isContent = region.holdsTopHeading && region.holdsIntroduction || isMost
            let stands = index == Self.page || region.isFirm || !isContent
            // A parent always comes before its children.
            roles.append(stands ? region.role : roles[region.parent])
        }
        return roles
    }

    /// Adds to each region what the blocks in it, and in the regions within, hold.
    private mutating func weigh(_ blocks: [FlowBlock]) {
        var sawTopHeading = false
        for block in blocks {
            let unlinked = block.upper - block.lower - block.linked
            regions[block.region].length += unlinked
            if case .heading(level: 1) = block.element, !sawTopHeading, role(of: block.region) != .hidden {
                sawTopHeading = true
                regions[block.region].holdsTopHeading = true
            } else if case .paragraph = block.element, unlinked >= Self.sentence {
                regions[block.region].holdsIntroduction = true
            }
        }
        for index in regions.indices.dropFirst().reversed() {
            let region = regions[index]
            // What stands in a region that nobody doubts says nothing of those around it.
            if region.isFirm, region.role != .content { continue }
            regions[region.parent].length += region.length
            if region.holdsTopHeading { regions[region.parent].holdsTopHeading = true }
            if region.holdsIntroduction { regions[region.parent].holdsIntroduction = true }
        }
    }

    /// As many bytes as no menu entry and no slogan has, and hardly a sentence does without.
    static let sentence = 60
}
