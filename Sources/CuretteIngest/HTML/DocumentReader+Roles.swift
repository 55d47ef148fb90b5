extension DocumentReader {
    /// Opens the region that an element makes, if any: what it hides, a landmark, an ARIA role, a telling class.
    mutating func enterRegion(
        of element: Element,
        _ attributes: TagAttributes?,
        _ context: inout TextContext
    ) -> Bool {
        let current = regions.role(of: context.region)
        guard current != .hidden else { return false }
        func enter(_ role: Role, isFirm: Bool) -> Bool {
            context.region = regions.open(role, in: context.region, isFirm: isFirm)
            return true
        }
        if attributes?.isHidden == true || element == .dialog && attributes?.isOpen != true {
            return enter(.hidden, isFirm: true)
        }
        switch attributes?.ariaRole {
        case .landmark(let role)?: return enter(role, isFirm: role != .form && role != .header)
        case .button?, .heading?, .presentation?, nil: break
        }
        switch element {
        case .nav: return enter(.navigation, isFirm: true)
        case .footer: return enter(.footer, isFirm: true)
        case .aside: return enter(.sidebar, isFirm: true)
        case .main: return enter(.content, isFirm: true)
        // The header of an article is its title.
        case .header where current == .content && !open.isOpen(.article) && !open.isOpen(.main):
            return enter(.header, isFirm: false)
        case .form, .search: return enter(.form, isFirm: false)
        case .select, .textarea: return enter(.form, isFirm: true)
        case .button where current == .content && attributes?.isToggle != true:
            if case .heading = context.element { return false }
            return enter(.form, isFirm: true)
        default: break
        }
        // A class says less than a landmark: it refines what is content so far; a notice may pop up anywhere.
        guard let claimed = attributes?.claimedRole, claimed != current else { return false }
        guard current == .content || claimed == .notice || current == .header && claimed == .navigation else {
            return false
        }
        return enter(claimed, isFirm: false)
    }
}
